package org.cairn.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The application. One package per capability; see ARCHITECTURE.md for the way through the house.
// Two capabilities may call a thing of their own by the same name.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@Modulithic(systemName = "Cairn")
public class CairnServer {

    public static void main(String[] args) {
        SpringApplication.run(CairnServer.class, args);
    }
}
